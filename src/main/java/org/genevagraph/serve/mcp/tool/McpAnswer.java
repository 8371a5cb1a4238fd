package org.genevagraph.serve.mcp.tool;

import java.util.Map;

/**
 * What a tool answers, twice: clients hand one of the two to their model.
 *
 * @param content the answer as data
 * @param text the same to be read
 */
public record McpAnswer(Map<String, Object> content, String text) {}

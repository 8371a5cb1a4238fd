/** The tools that an assistant calls over MCP, with their schemas and answers. */
package org.genevagraph.serve.mcp.tool;

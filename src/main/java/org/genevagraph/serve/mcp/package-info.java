/** The Model Context Protocol: queries as tools for language models. */
package org.genevagraph.serve.mcp;

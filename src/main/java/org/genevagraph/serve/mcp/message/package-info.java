/** Messages of MCP as they come in and go out, and what is wrong with them. */
package org.genevagraph.serve.mcp.message;

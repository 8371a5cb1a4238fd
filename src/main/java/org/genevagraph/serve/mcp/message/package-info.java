/** Messages of MCP as they come in and go out, what is wrong with them, and the guide and prompts that they can ask for. */
package org.genevagraph.serve.mcp.message;

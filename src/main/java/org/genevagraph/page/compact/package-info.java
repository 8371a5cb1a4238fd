/** The Global Digital Compact as pages show it: objectives, commitments, and what the matrix maps them to. */
package org.genevagraph.page.compact;

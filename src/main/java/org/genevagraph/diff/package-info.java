/** What changed between two snapshots: in words about things and statements, in answers, and quad by quad. */
package org.genevagraph.diff;

/** The form in which graphs are served: terms numbered once, each triple held once however many named graphs say it, never changed. */
package org.genevagraph.snapshot.frozen;

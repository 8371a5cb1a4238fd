/** Pages that are pictures, and the same pictures as files. */
package org.genevagraph.serve.pictures;

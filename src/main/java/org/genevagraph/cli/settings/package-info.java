/** Settings of the server from where operators write them: a file and the environment. */
package org.genevagraph.cli.settings;

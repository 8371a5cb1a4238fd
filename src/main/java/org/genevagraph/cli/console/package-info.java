/** What all commands share: where they print and how, the options that name the project's files, how the program ends. */
package org.genevagraph.cli.console;

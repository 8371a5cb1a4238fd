/** What can be asked: the questions of a thing with its name filled in, and the forms that ask. */
package org.genevagraph.page.questions;

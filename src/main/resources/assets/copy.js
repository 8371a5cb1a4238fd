// Puts a button after everything that has data-copy, or into the caption of its figure: it copies the text, or of a link the address. Without this script the text stands
// there to be marked and copied by hand.
"use strict";
(() => {
  const copy = async text => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return;
      } catch {
        // Not allowed here: the old way may be.
      }
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  for (const source of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = source.dataset.copy;
    const said = document.createElement("span");
    said.className = "copied";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      await copy(source.href ?? source.textContent);
      said.textContent = source.dataset.copied;
      setTimeout(() => { said.textContent = ""; }, 3000);
    });
    const caption = source.closest("figure")?.querySelector("figcaption");
    if (caption) caption.append(said, button);
    else (source.closest("pre") ?? source).after(" ", button, " ", said);
  }
})();

// Opens what the address points at. Puts a button after everything that has data-copy, or into the caption of its figure: it copies the text,
// or of a link the address. Without this script the text stands there to be marked and copied by hand.
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

  // What an address points at can stand in a closed fold, which not every browser opens by itself.
  const unfold = () => {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    const fold = target?.closest("details");
    for (let outer = fold; outer; outer = outer.parentElement.closest("details")) outer.open = true;
    if (fold) (target.parentElement === fold ? fold : target).scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);

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

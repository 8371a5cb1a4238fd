// Shows what a box of the map is connected with, on both sides, while a pointer or the focus is on it.
"use strict";
const flow = document.querySelector(".flow");
if (flow) {
  const curves = [...flow.querySelectorAll(".curve")];
  const boxes = new Map([...flow.querySelectorAll(".box")].map(box => [box.dataset.key, box]));

  const follow = (key, here, there, on) => {
    const seen = new Set([key]);
    for (const at of seen) {
      for (const curve of curves) {
        if (curve.dataset[here] === at) {
          on.add(curve);
          seen.add(curve.dataset[there]);
        }
      }
    }
    seen.forEach(at => on.add(boxes.get(at)));
  };
  const trace = box => {
    const on = new Set();
    if (box) {
      follow(box.dataset.key, "from", "to", on);
      follow(box.dataset.key, "to", "from", on);
    }
    flow.classList.toggle("traced", on.size > 0);
    [...curves, ...boxes.values()].forEach(part => part.classList.toggle("on", on.has(part)));
  };
  flow.addEventListener("pointerover", event => trace(event.target.closest(".box")));
  flow.addEventListener("pointerleave", () => trace(null));
  flow.addEventListener("focusin", event => trace(event.target.closest(".box")));
  flow.addEventListener("focusout", () => trace(null));
}

// Lets the arrow keys walk through the cells of the heat map; only one of them then takes part in tabbing.
"use strict";
const map = document.querySelector(".heat-map");
if (map) {
  const cells = new Map();
  for (const cell of map.querySelectorAll("a[data-row]")) {
    cells.set(cell.dataset.row + "," + cell.dataset.column, cell);
    cell.setAttribute("tabindex", "-1");
  }
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  let current = map.querySelector("a[data-row][aria-current]") || cells.get("0,0");
  current.setAttribute("tabindex", "0");
  map.addEventListener("focusin", event => {
    const cell = event.target.closest("a[data-row]");
    if (cell) {
      current.setAttribute("tabindex", "-1");
      current = cell;
      current.setAttribute("tabindex", "0");
    }
  });
  map.addEventListener("keydown", event => {
    const step = steps[event.key];
    if (!step || event.target.closest("a[data-row]") !== current) {
      return;
    }
    const next = cells.get(Number(current.dataset.row) + step[0] + "," + (Number(current.dataset.column) + step[1]));
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}

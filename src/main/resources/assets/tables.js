// Makes the tables of class "sortable" sortable: a button in each column head, numbers as numbers, everything else by the rules of the
// page's language. Without this script a table stands in the order of the server.
"use strict";
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: "base"});

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };

  const compare = (one, other, numeric) => numeric ? Number(one) - Number(other) : collator.compare(one, other);

  const sort = (table, head) => {
    const column = head.cellIndex;
    const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    const rows = [...table.tBodies[0].rows].map(row => ({row, key: key(row, column)}));
    const full = rows.filter(each => each.key !== "");
    const numeric = full.every(each => !Number.isNaN(Number(each.key)));
    const sign = direction === "ascending" ? 1 : -1;
    // Array.sort is stable; empty cells stay last either way.
    full.sort((one, other) => sign * compare(one.key, other.key, numeric));
    table.tBodies[0].append(...full.concat(rows.filter(each => each.key === "")).map(each => each.row));
    for (const other of table.tHead.querySelectorAll("th")) {
      other.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", direction);
    const said = table.dataset[direction];
    if (said) {
      status(table).textContent = `${head.textContent}: ${said}`;
    }
  };

  const statuses = new WeakMap();
  const status = table => {
    if (!statuses.has(table)) {
      const line = document.createElement("p");
      line.className = "hidden";
      line.setAttribute("aria-live", "polite");
      (table.closest(".wide") ?? table).after(line);
      statuses.set(table, line);
    }
    return statuses.get(table);
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    for (const head of table.tHead.querySelectorAll("th")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
    status(table);
  }
})();

// The network's picture: shows what an organisation is tied to, zooms and pans. Without it everything can still be read and followed.
"use strict";
(() => {
  const svg = document.getElementById("picture");
  if (!svg) return;
  const view = svg.parentElement;
  // Where the picture is wider than the screen, its middle is shown first.
  view.scrollLeft = (view.scrollWidth - view.clientWidth) / 2;
  const ends = line => line.dataset.ends.split(" ");
  const lines = [...svg.querySelectorAll(".line")];
  const marks = new Map([...svg.querySelectorAll("[data-id]")].map(mark => [mark.dataset.id, mark]));

  // Neighbours: those at the other end of a line, and, through an initiative's point, all whose lines meet there.
  const near = id => {
    const found = new Set([id]);
    const touching = lines.filter(line => ends(line).includes(id));
    touching.forEach(line => ends(line).forEach(end => found.add(end)));
    const points = [...found].filter(end => end !== id && end.startsWith("initiative-"));
    const beyond = lines.filter(line => points.some(point => ends(line).includes(point)));
    beyond.forEach(line => ends(line).forEach(end => found.add(end)));
    return [...touching, ...beyond, ...[...found].map(end => marks.get(end))];
  };
  const unpoint = () => {
    view.classList.remove("pointed");
    svg.querySelectorAll(".near").forEach(one => one.classList.remove("near"));
  };
  const point = event => {
    const mark = event.target.closest("[data-id]");
    unpoint();
    if (!mark) return;
    near(mark.dataset.id).forEach(one => one && one.classList.add("near"));
    view.classList.add("pointed");
  };
  svg.addEventListener("pointerover", event => { if (event.pointerType === "mouse") point(event); });
  svg.addEventListener("pointerleave", unpoint);
  svg.addEventListener("focusin", point);
  svg.addEventListener("focusout", unpoint);

  // Zoom and pan by the view box.
  const whole = svg.viewBox.baseVal;
  const all = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
  let shown = {...all};
  const show = box => {
    const width = Math.min(all.width, Math.max(all.width / 8, box.width));
    const height = width * all.height / all.width;
    const x = Math.min(all.width - width, Math.max(0, box.x));
    const y = Math.min(all.height - height, Math.max(0, box.y));
    shown = {x, y, width, height};
    svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    view.classList.toggle("zoomed", width < all.width);
  };
  const place = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
  const zoom = (factor, at = {x: shown.x + shown.width / 2, y: shown.y + shown.height / 2}) => show({
    x: at.x - (at.x - shown.x) / factor, y: at.y - (at.y - shown.y) / factor, width: shown.width / factor
  });
  const move = (right, down) => show({...shown, x: shown.x + right, y: shown.y + down});
  const buttons = document.querySelector(".controls");
  buttons.hidden = false;
  buttons.addEventListener("click", event => {
    const how = event.target.dataset.zoom;
    if (how === "all") show(all);
    else if (how) zoom(how === "in" ? 1.4 : 1 / 1.4);
  });
  view.parentElement.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = shown.width / 10;
    const does = {
      "+": () => zoom(1.4), "-": () => zoom(1 / 1.4), "0": () => show(all),
      ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0), ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step)
    }[event.key];
    // Arrows scroll the page as long as the whole picture is shown.
    if (!does || (event.key.startsWith("Arrow") && shown.width === all.width)) return;
    does();
    event.preventDefault();
  });
  svg.addEventListener("focusin", event => {
    if (shown.width === all.width || !event.target.getBBox) return;
    const box = event.target.getBBox();
    if (box.x < shown.x || box.y < shown.y || box.x + box.width > shown.x + shown.width || box.y + box.height > shown.y + shown.height) {
      show({...shown, x: box.x + box.width / 2 - shown.width / 2, y: box.y + box.height / 2 - shown.height / 2});
    }
  });
  // A bare wheel scrolls the page; with Ctrl, as a touch pad's pinch has it, it zooms.
  svg.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), place(event.clientX, event.clientY));
  }, {passive: false});

  const fingers = new Map();
  let dragged = 0;
  const middle = () => {
    const all = [...fingers.values()];
    return {x: all.reduce((sum, one) => sum + one.x, 0) / all.length, y: all.reduce((sum, one) => sum + one.y, 0) / all.length};
  };
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  svg.addEventListener("pointerdown", event => {
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    dragged = 0;
  });
  addEventListener("pointermove", event => {
    if (!fingers.has(event.pointerId)) return;
    const [before, apart] = [middle(), spread()];
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    const after = middle();
    if (shown.width < all.width) {
      const [from, to] = [place(before.x, before.y), place(after.x, after.y)];
      move(from.x - to.x, from.y - to.y);
    }
    if (apart > 0) zoom(spread() / apart, place(after.x, after.y));
    dragged += Math.hypot(after.x - before.x, after.y - before.y);
  });
  const lift = event => fingers.delete(event.pointerId);
  addEventListener("pointerup", lift);
  addEventListener("pointercancel", lift);
  svg.addEventListener("dragstart", event => event.preventDefault());
  svg.addEventListener("click", event => {
    if (dragged > 6) event.preventDefault();
  });
})();

// Saves a picture as PNG: its SVG, drawn twice as large. Without this script there is the SVG, and no button.
"use strict";
(() => {
  const png = document.getElementById("png");
  if (!png) return;
  png.parentElement.hidden = false;
  png.addEventListener("click", () => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * image.naturalWidth;
      canvas.height = 2 * image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = png.dataset.name;
      link.click();
    };
    image.src = png.dataset.svg;
  });
})();

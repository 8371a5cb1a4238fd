// Gives each block of code a button that copies it. Without a clipboard there is no button, and the text can be selected as ever.
if (navigator.clipboard) {
  for (const figure of document.querySelectorAll("figure.code")) {
    const button = document.createElement("button");
    const { copy, copied } = figure.dataset;
    button.type = "button";
    button.textContent = copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(figure.querySelector("code").textContent);
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    figure.querySelector("figcaption").append(button);
  }
}

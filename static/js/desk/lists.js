// On a phone the columns of a list stand below one another, each after the name of its column.
const label = () => {
  for (const table of document.querySelectorAll("table.listing")) {
    const names = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.children].forEach((cell, place) => {
        if (names[place] && cell.textContent.trim()) cell.dataset.label = names[place];
      });
    }
  }
};

document.addEventListener("DOMContentLoaded", label);
// Filters and searches put other rows in their place.
document.addEventListener("w-swap:success", label);

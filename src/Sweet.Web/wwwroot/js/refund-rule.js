// The refund rule of a course, in words, follows the fee while one types. Without this, every button of the form shows it.
const rule = document.querySelector("[data-refund-rule]");
const pause = 300;
let asked, waits;

const show = async field => {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`${rule.dataset.refundRule}?fee=${encodeURIComponent(field.value.trim())}`, { signal: asked.signal });
    // Signed out meanwhile, or an error: saving leads to the page that says so.
    if (answer.ok && !answer.redirected) rule.textContent = await answer.text();
  } catch (failure) {
    if (failure.name !== "AbortError") throw failure;
  }
};

document.querySelector("[name=RefundFeePercent]").addEventListener("input", ({ target }) => {
  clearTimeout(waits);
  waits = setTimeout(show, pause, target);
});

// A form that a passkey fills: <form data-passkey="get" data-options="…"> inside something hidden, which is shown where the browser
// has passkeys. The answer is sent as any form is. Without this, the password and the app remain.
const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;

const ask = form => {
  const options = JSON.parse(form.dataset.options);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

for (const form of can ? document.querySelectorAll("[data-passkey]") : []) {
  const part = form.parentElement;
  const said = part.querySelector("[data-passkey-said]");
  part.hidden = false;
  document.querySelector("[data-no-passkey]")?.remove();
  form.addEventListener("submit", async event => {
    event.preventDefault();
    said.textContent = "";
    try {
      form.elements.Credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch (failure) {
      // Closed by the person, none at hand, or this one is known already: the browser itself has said more.
      said.textContent = failure.name === "InvalidStateError"
        ? "This device already holds a passkey for your account."
        : "No passkey was used. You can try again, or go on without one.";
    }
  });
}

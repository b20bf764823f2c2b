// Says how an administrator's consent went. Entra comes back with `admin_consent=True`, or with `error` and `error_description`.
const answer = new URLSearchParams(window.location.search);
const outcome = document.getElementById('outcome');
const detail = document.getElementById('detail');

if (answer.get('admin_consent')?.toLowerCase() === 'true') {
  outcome.textContent =
    'The permissions are allowed for everybody in your organisation. You can close this page; in the app, “Look again” goes on from there.';
} else if (answer.has('error')) {
  outcome.textContent = 'The permissions were not allowed. Nothing has changed.';
  // Text of another site: shown as text, and not more of it than a sentence or two.
  detail.textContent = (answer.get('error_description') ?? answer.get('error') ?? '').slice(0, 300);
}
// The tenant's id need not stay in the address bar or the history.
window.history.replaceState(null, '', window.location.pathname);

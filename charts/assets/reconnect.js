/* After the connection was lost: show what the server knows. Streamlit runs the page again only when it had
   heard that a run was on its way; a click whose answer was lost would seem to have done nothing. */

let ask = null
let watched = null

export function askAgain(trigger) {
  ask = trigger
  const app = document.querySelector('[data-testid="stApp"]')
  if (!app || app === watched) return
  watched = app
  let before = app.dataset.testConnectionState
  new MutationObserver(() => {
    const now = app.dataset.testConnectionState
    if (now === "CONNECTED" && before !== now) setTimeout(() => ask("reconnected", Date.now()))
    before = now
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })
}

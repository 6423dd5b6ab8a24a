const ZONE = '[data-testid="stFileUploaderDropzone"]'
const STATE = "data-test-connection-state"
const WORK = "data-test-script-state"
const TEXTS = "input, textarea, [contenteditable=true]"
const SAID = 6000
const PATIENCE = 900

export default function (component) {
  const guard = (window.cxGuard ??= begun())
  guard.data = component.data[0]
  guard.tell = (what) => component.setTriggerValue(what, Date.now())
  remember(guard.data)
  if (guard.data.unsaved) window.addEventListener("beforeunload", guard.ask)
  else window.removeEventListener("beforeunload", guard.ask)
  if (!guard.data.takes) refuse(guard)
  look(guard)
}

function begun() {
  const guard = { data: null, files: null, asked: false, given: false, met: false, lost: null }
  guard.ask = (event) => {
    event.preventDefault()
    event.returnValue = ""
  }
  document.addEventListener("dragover", (event) => over(event))
  document.addEventListener("drop", (event) => dropped(guard, event))
  new MutationObserver(() => look(guard)).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: [STATE],
  })
  return guard
}

// --- files ---

function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files")
}

function isLeftAlone(event) {
  const place = event.target instanceof Element ? event.target : document.body
  return carriesFiles(event) ? place.closest(ZONE) : place.closest(TEXTS)
}

function over(event) {
  if (isLeftAlone(event)) return
  event.preventDefault()
  if (event.dataTransfer && carriesFiles(event)) event.dataTransfer.dropEffect = "copy"
}

function dropped(guard, event) {
  if (isLeftAlone(event)) return
  event.preventDefault()
  const files = [...(event.dataTransfer?.files ?? [])]
  if (!carriesFiles(event) || !files.length) return
  const { words } = guard.data
  if (!guard.data.takes) return say(words.drop_nowhere)
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.())
  if (entries.some((entry) => entry?.isDirectory)) return say(words.drop_folder)
  guard.files = files
  guard.asked = false
  setTimeout(() => offer(guard, 0), 0)
}

function boxes() {
  return [...document.querySelectorAll('[data-testid="stMain"] input[type="file"]')]
}

function takes(input, files) {
  const kinds = input.accept.toLowerCase().split(",").map((kind) => kind.trim()).filter(Boolean)
  const known = (file) => kinds.some((kind) => kind.startsWith(".") && file.name.toLowerCase().endsWith(kind))
  return !input.disabled && (input.multiple || files.length === 1) && (!kinds.length || files.every(known))
}

function give(input, files) {
  const given = new DataTransfer()
  for (const file of files) given.items.add(file)
  input.files = given.files
  input.dispatchEvent(new Event("change", { bubbles: true }))
}

// A box that takes them, else the page draws one, which takes a run of it. While the page is at work its boxes may
// go away with it: then it is waited for what comes.
function offer(guard, tries) {
  if (!guard.files) return
  const busy = atWork()
  const box = busy ? null : boxes().find((input) => takes(input, guard.files))
  if (box) {
    give(box, guard.files)
    guard.files = null
    guard.given = true
    follow(guard, false)
  } else if (tries > 600) refuse(guard)
  else {
    if (!busy && !guard.asked) {
      guard.asked = true
      guard.tell("dropped")
    }
    setTimeout(() => offer(guard, busy ? tries : tries + 1), 50)
  }
}

// Until a run has ended the box may go away with the files in it: the page did not know of them when it changed.
function follow(guard, begun) {
  const busy = atWork()
  if (begun && !busy) guard.given = false
  if (guard.given) setTimeout(() => follow(guard, begun || busy), 50)
}

function atWork() {
  return document.querySelector(`[${WORK}]`)?.getAttribute(WORK) === "running"
}

// Dropped where files were taken, and meanwhile the page is another one: it has no box for them.
function refuse(guard) {
  if (!guard.files && !guard.given) return
  guard.files = null
  guard.given = false
  say(guard.data.words.drop_nowhere)
}

// --- the language ---

function remember(data) {
  const kept = document.cookie.split("; ").find((one) => one.startsWith(`${data.cookie}=`))
  if (data.lang === (kept ? kept.split("=")[1] : data.first)) return
  document.cookie = `${data.cookie}=${data.lang}; path=/; max-age=31536000; samesite=lax`
}

// --- a server that is gone ---

function look(guard) {
  const now = document.querySelector(`[${STATE}]`)?.getAttribute(STATE)
  if (now === "CONNECTED") {
    guard.met = true
    clearTimeout(guard.timer)
    guard.timer = null
    if (guard.lost) found(guard)
  } else if (guard.met && !guard.lost && !guard.timer) {
    guard.timer = setTimeout(() => lose(guard), PATIENCE)
  }
}

function lose(guard) {
  const { words } = guard.data
  const box = part("div", [part("strong", [], words.lost_title), part("span", [], words.lost_what)])
  box.setAttribute("role", "alert")
  box.className = "cx-lost"
  box.style.cssText =
    "position:fixed;z-index:2147483647;bottom:24px;left:50%;transform:translateX(-50%);max-width:min(560px,90vw);" +
    "display:flex;flex-direction:column;gap:4px;padding:16px 24px;border-radius:8px;background:#1f2933;" +
    "color:#ffffff;font:16px/1.5 'Source Sans','Source Sans Pro',sans-serif;box-sizing:border-box;width:max-content"
  document.body.append(box)
  guard.lost = box
  const hide = document.createElement("style")
  hide.textContent =
    '[data-testid="stDialog"],[data-testid="stConnectionStatus"]{display:none!important}'
  document.head.append(hide)
  guard.hidden = hide
}

function found(guard) {
  document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]')?.click()
  guard.lost.remove()
  guard.lost = null
  guard.hidden.remove()
  guard.tell("back") // a server that was started anew knows nothing of this page until it is asked
  say(guard.data.words.lost_back)
}

// --- what is said for a moment ---

function say(words) {
  document.querySelector(".cx-said")?.remove()
  const box = part("div", [], words)
  box.setAttribute("role", "status")
  box.className = "cx-said"
  box.style.cssText =
    "position:fixed;z-index:2147483647;bottom:24px;left:50%;transform:translateX(-50%);max-width:90vw;" +
    "padding:12px 24px;border-radius:8px;background:#1f2933;color:#ffffff;box-sizing:border-box;" +
    "font:16px/1.5 'Source Sans','Source Sans Pro',sans-serif;width:max-content"
  document.body.append(box)
  setTimeout(() => box.remove(), SAID)
}

function part(tag, children, content = "") {
  const made = document.createElement(tag)
  if (content) made.textContent = content
  made.append(...children)
  return made
}

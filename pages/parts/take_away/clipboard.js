const LONGEST = 10000

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const host = parentElement.host ?? parentElement
  const button = parentElement.querySelector("button")
  const tell = (words) => { button.querySelector("span").textContent = words }
  const tellAWhile = (words, time) => {
    tell(words)
    clearTimeout(host._timer)
    host._timer = setTimeout(() => { host._busy = false; tell(data.words.copy) }, time)
  }
  if (data.image && host._resolve) {
    const bytes = Uint8Array.from(atob(data.image), (letter) => letter.charCodeAt(0))
    host._resolve(new Blob([bytes], { type: "image/png" }))
    host._resolve = undefined
  }
  if (!host._busy) tell(data.words.copy)
  const possible = window.isSecureContext && navigator.clipboard && window.ClipboardItem
  button.disabled = !possible
  button.title = possible ? "" : data.words.impossible
  button.onclick = () => {
    const image = new Promise((resolve, reject) => {
      host._resolve = resolve
      setTimeout(reject, LONGEST)
    })
    host._busy = true
    tell(data.words.making)
    navigator.clipboard.write([new ClipboardItem({ "image/png": image })]).then(
      () => tellAWhile(data.words.copied, 2500),
      () => tellAWhile(data.words.refused, 4000),
    )
    setTriggerValue("wanted", Date.now())
  }
}

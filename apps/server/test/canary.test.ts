import { afterAll, beforeAll, expect, it } from "vitest"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

const word = "Kanariefågel"
const secrets = {
  name: `${word}son`,
  address: "kanariefagel.canary@cage.example",
  password: "kanariefagel sings at nine",
  wrongPassword: "kanariefagel sings at ten",
  cell: "070-555 01 99",
}

let muster: Muster
let administrator: string
const answers: Array<{ readonly url: string; readonly status: number; readonly text: string }> = []
const seen = new Set<string>(Object.values(secrets))

const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { cookie: administrator },
) => {
  const isText = typeof body === "string"
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: { ...headers, ...(body ? { "Content-Type": isText ? "text/csv" : "application/json" } : {}) },
    ...(body ? { body: isText ? body : JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  answers.push({ url: response.url, status: response.status, text })
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? ""
  if (cookie !== "") seen.add(decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "")
  const json = (/^\{/.test(text) ? JSON.parse(text) : {}) as Record<string, string>
  return { cookie, json, text }
}

beforeAll(async () => {
  muster = await startMuster({ DATABASE_URL: await freshStore() })
  const token = new URL(await muster.setUpLink()).hash.slice(1)
  const person = { email: secrets.address, firstName: "Kai", lastName: secrets.name }
  administrator = (await call("POST", "set-up", { ...person, token, password: secrets.password }, {})).cookie
})
afterAll(() => muster.stop())

const sheet = (rows: string) => `email,firstName,lastName,mobilePhone\n${rows}\n`

it("no name, address, password, key or cookie gets into a log, a refusal or an address", async () => {
  const credentials = (password: string) => ({ identifier: secrets.address, password })
  await call("POST", "session", credentials(secrets.wrongPassword), {})
  await call("POST", "session", credentials(secrets.password), {})
  await call("POST", "password-link", { identifier: secrets.address }, {})
  await call("POST", "password", { token: "none", password: secrets.wrongPassword }, {})
  await call(
    "POST",
    "set-up",
    { token: "none", ...credentials(secrets.password), firstName: secrets.name },
    {},
  )

  const key = await call("POST", "api-keys", { name: "Canary", scope: "run", days: 1 })
  seen.add(key.json["token"] ?? "")
  await call("GET", "platform/users", undefined, { authorization: `Bearer ${key.json["token"]}` })
  await call("GET", "platform/users", undefined, { authorization: `Bearer ${key.json["token"]}x` })
  await call("GET", "session", undefined, { cookie: `${administrator}x` })

  const person = { email: secrets.address, firstName: "Kai", lastName: secrets.name }
  await call("POST", "platform/users", person)
  await call("POST", "platform/users", { ...person, email: `${secrets.address}\0` })
  await call("POST", "platform/users", `${sheet(secrets.address)}`)
  const row = `x${secrets.address},Kai,${secrets.name},${secrets.cell}`
  const one = await call("POST", "platform/imports?fileName=people.csv", sheet(`${row}\n${row}`))
  await call("PATCH", `platform/imports/${one.json["id"]}`, { invalidRows: "skip" })
  await call("POST", `platform/imports/${one.json["id"]}/run`)
  await call("POST", "platform/imports", `email,password\n${secrets.address},${secrets.password}`)
  await call("POST", "platform/imports", `${secrets.name};"${secrets.address}`)
  await call("POST", "account/password", {
    password: secrets.wrongPassword,
    newPassword: secrets.address,
  })
  await call("POST", "account/password", { password: secrets.password, newPassword: secrets.address })
  await call("POST", "account/second-factor", { password: secrets.wrongPassword })
  await call("DELETE", "account/sessions")

  const { lines } = await muster.stop()
  const log = lines.filter((line) => !line.startsWith("Make the first administrator")).join("\n")
  expect(log.length).toBeGreaterThan(1000)
  expect(seen.size).toBeGreaterThan(7)
  for (const secret of seen) {
    expect(log).not.toContain(secret)
    for (const { url, status, text } of answers) {
      expect(decodeURIComponent(url)).not.toContain(secret)
      if (status >= 500 || status === 401 || status === 403) expect(text).not.toContain(secret)
    }
  }
  const refusals = answers.filter(({ status }) => status >= 400)
  expect(refusals.length).toBeGreaterThan(8)
  for (const secret of [secrets.password, secrets.wrongPassword])
    for (const { text } of refusals) expect(text).not.toContain(secret)
})

import { spawn, type ChildProcess } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, it } from "vitest"
import { authorization, bootstrapKey, freshStore, startMuster, type Muster } from "./startMuster.ts"

const script = fileURLToPath(new URL("../../../libs/client/example/product.ts", import.meta.url))

let muster: Muster
let product: ChildProcess
let address: string
beforeAll(async () => {
  muster = await startMuster({ DATABASE_URL: await freshStore() })
  product = spawn(process.execPath, [script], {
    env: { ...process.env, MUSTER: muster.address, MUSTER_KEY: bootstrapKey },
    stdio: ["ignore", "pipe", "inherit"],
  })
  address = await new Promise<string>((resolve) => {
    if (product.stdout) createInterface({ input: product.stdout }).once("line", resolve)
  })
})
afterAll(async () => {
  product.kill()
  await muster.stop()
})

const call = async <A>(method: string, path: string, body?: unknown): Promise<A> => {
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: { ...authorization, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return (text === "" ? null : JSON.parse(text)) as A
}

it("the example product shows a plan to whoever may read it at that moment, and to nobody else", async () => {
  await call("POST", "platform/sample")
  const [database] = (await call<{ items: ReadonlyArray<{ id: string }> }>("GET", "databases")).items
  const person = { email: "pia@product.example", firstName: "Pia", lastName: "Product" }
  const { id } = await call<{ id: string }>("POST", "platform/users", person)
  const ask = async () => {
    const response = await fetch(`${address}/databases/${database?.id}/plan`, { headers: { "X-User": id } })
    return `${response.status} ${await response.text()}`
  }
  const [shown, refused] = ["200 The plan.\n", "403 You may not read plans here.\n"]
  expect(await ask()).toBe(refused)
  const place = { departmentId: "00101", groupName: "Reader" }
  await call("POST", `databases/${database?.id}/users`, { email: person.email, ...place })
  expect([await ask(), await ask()]).toEqual([shown, shown])
  await call("POST", `platform/users/${id}/deactivate`)
  expect(await ask()).toBe(refused)
  await call("POST", `platform/users/${id}/activate`)
  expect(await ask()).toBe(shown)
  await call("POST", `databases/${database?.id}/close`)
  expect(await ask()).toBe(refused)
})

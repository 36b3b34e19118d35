import type { Cluster } from "./Cluster.ts"
import { places } from "./meantFiles.ts"

const databases = ["north", "south"]

/** Makes the databases that access is given to; answers their ids. */
export const prepare = async ({ places: [first] }: Cluster): Promise<ReadonlyArray<string>> => {
  const post = async (path: string, body: object) => {
    const answer = await first?.server?.ask(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    if (answer?.ok !== true) throw new Error(`${path}: ${answer?.status} ${await answer?.text()}`)
    return (await answer.json()) as { readonly id: string }
  }
  const ids: Array<string> = []
  for (const name of databases) {
    const { id } = await post("databases", { name })
    ids.push(id)
    for (const departmentId of places.departments)
      await post(`databases/${id}/departments`, { departmentId, name: departmentId, parentId: null })
    for (const groupName of places.groups)
      await post(`databases/${id}/permission-groups`, { groupName, description: "", permissions: [] })
  }
  return ids
}

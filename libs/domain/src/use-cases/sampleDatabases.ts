import type { Database } from "../model/Database.ts"
import type { NewDepartment } from "../model/Department.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"

/** A database of the sample platform; parents come before their children. */
export interface SampleDatabase extends Pick<Database, "id" | "name"> {
  readonly departments: ReadonlyArray<NewDepartment & { readonly id: string }>
  readonly groups: ReadonlyArray<PermissionGroup & { readonly id: string }>
}

/** What the sample platform is made of: a municipality in English and a company in Swedish. */
export const sampleDatabases: ReadonlyArray<SampleDatabase> = [
  {
    id: "7d03839d-aab6-4f25-a19c-2f46dd59251f",
    name: "Northvik Municipality",
    departments: [
      {
        id: "42a7292a-a307-4536-a6ea-9baecfa894c7",
        departmentId: "00100",
        name: "Municipality",
        parentId: null,
      },
      {
        id: "1ef43e53-28c0-4a9c-971e-397b56d1e8cd",
        departmentId: "00101",
        name: "Finance",
        parentId: "00100",
      },
      {
        id: "14e5bab8-40e2-456c-9422-1ae87501efab",
        departmentId: "00102",
        name: "Human Resources",
        parentId: "00100",
      },
      {
        id: "d796b25a-93d7-41ad-8201-68dea4d751e5",
        departmentId: "00110",
        name: "Schools",
        parentId: "00100",
      },
      {
        id: "bc122d4e-34ea-4324-aa3f-cf77837c7cb7",
        departmentId: "00111",
        name: "Northvik School",
        parentId: "00110",
      },
      {
        id: "dc5f81fb-0d5c-48f7-b40d-5202175a6866",
        departmentId: "00112",
        name: "Harbour School",
        parentId: "00110",
      },
      {
        id: "a395755b-ee25-4a21-9f06-b9044187bafe",
        departmentId: "00120",
        name: "Social Services",
        parentId: "00100",
      },
      {
        id: "0acec15f-669b-431d-9b4a-a9a3621eebad",
        departmentId: "00121",
        name: "Elderly Care",
        parentId: "00120",
      },
      {
        id: "9f95fb7c-a468-4525-adf8-ba13ffe5c0bb",
        departmentId: "00122",
        name: "Family Support",
        parentId: "00120",
      },
      {
        id: "fd6a1bbf-7293-4334-b951-c5c51f6c44c6",
        departmentId: "00130",
        name: "Technical Services",
        parentId: "00100",
      },
    ],
    groups: [
      {
        id: "6d7b5bae-dd9f-493f-95a7-297a1248520a",
        groupName: "Administrator",
        description: "Administers the database",
        permissions: ["database.administer", "plan.write", "plan.read", "report.read"],
      },
      {
        id: "fcf8b976-97b7-45d5-89dc-186d2d682267",
        groupName: "Editor",
        description: "Writes plans and reports",
        permissions: ["plan.write", "plan.read", "report.read"],
      },
      {
        id: "66548c6c-5380-475c-be2e-a6de4d4d1b96",
        groupName: "Reader",
        description: "Reads plans and reports",
        permissions: ["plan.read", "report.read"],
      },
    ],
  },
  {
    id: "d7f3a982-b67a-43ae-b006-099fdb65be67",
    name: "Solberg Energi AB",
    departments: [
      { id: "c1e0ed8f-4647-4155-99ed-16dcc7aa07f6", departmentId: "HQ", name: "Huvudkontor", parentId: null },
      { id: "a62c6313-c96c-4383-b5b1-ac2da03db08c", departmentId: "HQ-EKO", name: "Ekonomi", parentId: "HQ" },
      { id: "d592d600-8d9f-4f7b-a250-cf0e228748d5", departmentId: "HQ-HR", name: "Personal", parentId: "HQ" },
      { id: "c616e90f-f6a3-4a38-9560-5062612eca24", departmentId: "DRIFT", name: "Drift", parentId: "HQ" },
      {
        id: "bdfa256f-50c4-4fd2-8485-d0e463b3e713",
        departmentId: "DRIFT-N",
        name: "Drift Nord",
        parentId: "DRIFT",
      },
      {
        id: "f8cb441e-4930-45f0-a127-5fb54de06f07",
        departmentId: "DRIFT-S",
        name: "Drift Syd",
        parentId: "DRIFT",
      },
      {
        id: "0e8042d4-048d-4d35-9bbe-050299ba9555",
        departmentId: "KUND",
        name: "Kundtjänst",
        parentId: "HQ",
      },
    ],
    groups: [
      {
        id: "828cb81d-a90f-4e7f-b74c-a2d71cbce9dd",
        groupName: "Administratör",
        description: "Administrerar databasen",
        permissions: ["database.administer", "plan.write", "plan.read", "report.read"],
      },
      {
        id: "6bae0132-fc24-4d74-acd4-5da74cd5a445",
        groupName: "Chef",
        description: "Godkänner planer",
        permissions: ["plan.approve", "plan.read", "report.read"],
      },
      {
        id: "58b21798-4d70-4039-bdea-95e58bb1cd9e",
        groupName: "Medarbetare",
        description: "Läser och rapporterar",
        permissions: ["plan.read", "report.write"],
      },
    ],
  },
]

import { memoryLayer } from "@muster/domain/memory/memoryLayer"
import { Layer } from "effect"
import { portsConformance } from "../src/portsConformance.ts"

portsConformance("memory", Layer.fresh(memoryLayer))

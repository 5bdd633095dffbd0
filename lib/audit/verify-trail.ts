import type { KeyObject } from "node:crypto";
import { canonical } from "./canonical";
import { type Checkpoint, parseCheckpoint, rawPublicKey, verifyCheckpoint } from "./checkpoint";
import { firstPrev, type StoredEvent } from "./event-body";
import { appendLeaf, emptyFrontier, leafHash, merkleRoot } from "./merkle";

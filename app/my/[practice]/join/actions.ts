"use server";

import { patientAction } from "@/app/action";
import { roomIdInput } from "@/lib/rooms/input";
import { openOwnRoom } from "@/lib/rooms/open-room";

export const openOwnRoomAction = patientAction(roomIdInput, openOwnRoom);

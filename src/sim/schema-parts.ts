import { z } from "zod";
import { figureSchema } from "./figure.ts";

export const share = figureSchema({ min: 0, max: 1 });
export const factor = figureSchema({ min: 0, max: 1e6 });
export const pounds = figureSchema({ min: 0, max: 1e10, money: true });
export const months = z.int().min(0).max(120);
export const month = z.int().min(1).max(240);

/** A node of a texture graph: an operation with its parameters and the ids of the nodes that it reads. */
import * as z from 'zod/mini';
import { MORE_NODES } from './nodes-more.ts';
import { PUBLISHED_NODES } from './nodes-published.ts';

export const node = z.discriminatedUnion('type', [...PUBLISHED_NODES, ...MORE_NODES]);
export const nodes = z.array(node).check(z.minLength(1));
export type TextureNode = z.infer<typeof node>;
export type TextureOp = TextureNode['type'];
export type NodeOf<Op extends TextureOp> = Extract<TextureNode, { type: Op }>;

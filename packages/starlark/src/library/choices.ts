/** Choices of music, meshes and characters, in the order of messages. */
export const SYNTHESIS = ['pulse', 'square', 'triangle', 'sawtooth', 'sine', 'noise'];
export const LOOP_MODE = ['auto', 'none', 'forward', 'pingpong'];
export const MODULE_FORMAT = ['xm', 'it'];

export const PRIMITIVE = ['cube', 'sphere', 'cylinder', 'cone', 'torus', 'plane', 'ico_sphere'];
export const MESH_FORMAT = ['glb', 'gltf', 'obj', 'fbx'];
export const NGON_METHOD = ['beauty', 'clip', 'fixed'];
export const QUAD_METHOD = ['beauty', 'fixed', 'shortest_diagonal', 'longest_diagonal'];
export const BAKE = ['normal', 'ao', 'curvature', 'combined'];

export const SKELETON = ['humanoid_basic_v1'];
export const UV_MODE = ['cylinder_project', 'box_project', 'sphere_project', 'smart'];
export const INTERPOLATION = ['linear', 'bezier', 'constant'];

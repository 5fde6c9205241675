import { expect, it } from 'vitest';
import { generate } from '../../test/fixtures.ts';

const text = async (params: object) => {
  const [json] = await generate('sprite.animation_v1', params);
  return new TextDecoder().decode(json!.bytes);
};

it('resolves durations', async () => {
  const params = { name: 'walk', fps: 10, frames: [{ frame_id: 'w0' }, { frame_id: 'w1', duration_ms: 150 }] };
  expect(JSON.stringify(JSON.parse(await text(params)))).toBe(
    '{"name":"walk","fps":10,"loop_mode":"loop","total_duration_ms":250,"frames":[{"frame_id":"w0","duration_ms":100},{"frame_id":"w1","duration_ms":150}]}',
  );
});

it('cuts milliseconds off, or distributes them', async () => {
  const frames = Array.from({ length: 12 }, (_, i) => ({ frame_id: `f${i}` }));
  expect(JSON.parse(await text({ name: 'a', frames })).total_duration_ms).toBe(996);
  const spread = JSON.parse(await text({ name: 'a', frames, timing: 'distributed' }));
  expect(spread.total_duration_ms).toBe(1000);
  expect(new Set(spread.frames.map((frame: { duration_ms: number }) => frame.duration_ms))).toEqual(new Set([83, 84]));
});

it('gives no time at 0 frames per second, and takes no frames', async () => {
  expect(JSON.parse(await text({ name: 'a', fps: 0, frames: [{ frame_id: 'f' }] })).total_duration_ms).toBe(0);
  expect(await text({ name: 'a', frames: [] })).toMatch(/"total_duration_ms": 0,\n {2}"frames": \[\]\n}$/);
});

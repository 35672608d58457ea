/** Opens a way for work in a worker to let waiting messages in: a message to oneself comes sooner than any timer. */
export function openRest(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const resting: (() => void)[] = [];
  port1.onmessage = () => resting.shift()?.();
  return () =>
    new Promise((resolve) => {
      resting.push(resolve);
      port2.postMessage(undefined);
    });
}

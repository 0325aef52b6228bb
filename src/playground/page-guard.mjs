// Loaded into each Agents Playground process before its own code.
// It listens on every interface by itself; a council's network must not see a page that speaks as anybody. So: loopback only.
// And it ends when the launcher is gone, however that ended.
import net from 'node:net';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const hostless = typeof port === 'number' && typeof rest[0] !== 'string';
  return hostless ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};

process.channel?.unref();
process.on('disconnect', () => process.exit(0));

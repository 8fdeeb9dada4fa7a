/** A real mail server on this machine: notes the submission of each mail as a line of the file it is given. */
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { SMTPServer } from 'smtp-server';

const [file, port] = process.argv.slice(2);
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    let text = '';
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    stream.on('end', () => {
      const [, submission] = /^Message-ID:\s+<[0-9a-f]{12}-([0-9a-f-]{36})@/im.exec(text) ?? [];
      appendFileSync(file, `${submission}\n`);
      done();
    });
  },
});
const listening = server.listen(Number(port), '127.0.0.1', () => console.log(listening.address().port));

// render --ndjson in the ways of examples/many.md, whose commands are run as they stand there: on all cores, over two hosts
// (network namespaces with sshd), in Slurm with two nodes, in Gearman. Hosts and engines live in namespaces of their own and
// end with them.
//
//   node tests/hosts/many.mjs [100000]     so many stories through each; prints stories a second and memory
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, createReadStream, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { install, root } from "./lib.mjs";

const document = readFileSync(join(root, "examples/many.md"), "utf8");
const command = (name) => document.match(new RegExp(`^\`\`\`sh ${name}\\n([^]*?)^\`\`\`$`, "m"))[1];
const example = (name) => readFileSync(join(root, "examples/bundles", `${name}.json`), "utf8");

/** A folder with the stories, and in bin/ the command, which notes the most memory that it took. */
function prepare(folder, name, count) {
  const path = join(folder, "cases", name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, "bin"), { recursive: true });
  writeFileSync(join(path, "peak.mjs"), `import { appendFileSync } from "node:fs";\nprocess.on("exit", () => appendFileSync(${JSON.stringify(join(path, "peaks"))}, process.resourceUsage().maxRSS + "\\n"));\n`);
  const cli = join(folder, "node_modules/broadsheet/dist/cli.js");
  writeFileSync(join(path, "bin/broadsheet"), `#!/bin/sh\nexec ${process.execPath} --import ${join(path, "peak.mjs")} ${cli} "$@"\n`);
  chmodSync(join(path, "bin/broadsheet"), 0o755);
  writeFileSync(join(path, "site.json"), example("site"));
  const story = JSON.parse(example("summit"));
  const file = openSync(join(path, "stories.ndjson"), "w");
  const bad = Math.floor(count / 2);
  for (let i = 0, text = ""; i < count; i++) {
    story.article.id = `s${i}`;
    text += `${i === bad ? '{"article":' : JSON.stringify(story)}\n`;
    if (text.length > 1 << 22 || i === count - 1) {
      writeSync(file, text);
      text = "";
    }
  }
  closeSync(file);
  return path;
}

/** Each story once, with the HTML that the module gives; the bad line told. Returns whether they are in order. */
async function judge(path, count) {
  const { load } = await import("../../dist/broadsheet.js");
  const html = (await load()).open([example("site"), example("summit")]).render();
  const seen = new Set();
  let [inOrder, bad, last] = [true, 0, -1];
  for await (const line of createInterface({ input: createReadStream(join(path, "pages.ndjson")) })) {
    const { id, html: made, error } = JSON.parse(line);
    if (error) {
      assert.equal(error.code, "JSON");
      bad++;
      continue;
    }
    assert.ok(made === html, `${id} has other HTML`);
    const at = Number(id.slice(1));
    inOrder &&= at > last;
    last = at;
    seen.add(at);
  }
  assert.deepEqual([seen.size, bad], [count - 1, 1]);
  return inOrder;
}

const PRIVATE = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
// Programs that the scripts below start belong to these namespaces alone, and so do the files of /run.
// An interface beside the loopback: without one, getaddrinfo finds no address.
const ALONE = `mount -t tmpfs none /run
ip link set lo up
ip link add own type veth peer name other
ip addr add 10.78.0.1/24 dev own
ip link set own up
ip link set other up
`;
const WAIT = 'until_ok() { for i in $(seq 100); do if timeout 5 "$@" >/dev/null 2>&1; then return 0; fi; sleep 0.1; done; echo "never: $*" >&2; return 1; }\n';

const HOSTS = `mkdir -p /run/sshd /run/keys
ssh-keygen -q -t ed25519 -N '' -f /run/keys/user
ssh-keygen -q -t ed25519 -N '' -f /run/keys/host
for i in 1 2; do
  ip netns add host$i
  ip link add to$i type veth peer name eth0 netns host$i
  ip addr add 10.77.$i.1/24 dev to$i
  ip link set to$i up
  ip -n host$i addr add 10.77.$i.2/24 dev eth0
  ip -n host$i link set eth0 up
  ip -n host$i link set lo up
  printf 'Host host%s\\n  HostName 10.77.%s.2\\n' $i $i >>/run/keys/config
  ip netns exec host$i "$(command -v sshd)" -f /dev/null -o HostKey=/run/keys/host -o AuthorizedKeysFile=/run/keys/user.pub -o StrictModes=no -o UsePAM=no -o PermitRootLogin=yes -o PidFile=none -o SetEnv="PATH=$PATH FROM_HOST=host$i"
done
printf 'Host *\\n  User root\\n  IdentityFile /run/keys/user\\n  StrictHostKeyChecking no\\n  UserKnownHostsFile /run/keys/known\\n  LogLevel ERROR\\n' >>/run/keys/config
printf '#!/bin/sh\\nexec /usr/bin/ssh -F /run/keys/config "$@"\\n' >bin/ssh
chmod +x bin/ssh
sed -i '2i echo "$FROM_HOST" >>'"$PWD"'/hosts' bin/broadsheet
`;
const SLURM = `mkdir -p /run/s/state /run/s/m
chmod 755 /run/s /run/s/m
dd if=/dev/urandom of=/run/s/key bs=1024 count=1 2>/dev/null
chmod 400 /run/s/key
munged --force --socket=/run/s/m/socket --key-file=/run/s/key --log-file=/run/s/m/log --pid-file=/run/s/m/pid --seed-file=/run/s/m/seed
export SLURM_CONF=/run/s/slurm.conf
cat >$SLURM_CONF <<END
ClusterName=press
SlurmctldHost=$(hostname -s)(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=/run/s/m/socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation=/run/s/state
SlurmdSpoolDir=/run/s/%n
SlurmctldPidFile=/run/s/ctld.pid
SlurmdPidFile=/run/s/%n.pid
SlurmctldLogFile=/run/s/ctld.log
SlurmdLogFile=/run/s/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
NodeName=n1 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=17818 CPUs=1
NodeName=n2 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=17819 CPUs=1
PartitionName=p Nodes=n1,n2 Default=YES State=UP
END
slurmctld
for node in n1 n2; do slurmd -N $node; done
until_ok sh -c 'sinfo -h -t idle -o %D | grep -qx 2'
sed -i '2i echo "$SLURMD_NODENAME" >>'"$PWD"'/hosts' bin/broadsheet
`;
const GEARMAN = `gearmand -d -L 127.0.0.1 -l /run/gearmand.log -P /run/gearmand.pid
until_ok gearadmin --getpid
for i in 1 2; do
${command("gearman-worker").trim()} &
done
`;

// Engines must be had (src/tools.sh hosts installs them); alone: in namespaces of its own; hosts: which ones must have taken part.
const WAYS = [
  { name: "xargs -P", key: "xargs", needs: ["xargs"], inOrder: true },
  { name: "GNU parallel", key: "parallel", needs: ["parallel"], inOrder: true },
  { name: "GNU parallel over two hosts", key: "hosts", needs: ["parallel", "sshd", "ip"], inOrder: true, alone: HOSTS, hosts: ["host1", "host2"] },
  { name: "Slurm, two nodes", key: "slurm", needs: ["srun", "slurmd", "munged"], inOrder: false, alone: SLURM, hosts: ["n1", "n2"] },
  { name: "Gearman, two workers", key: "gearman-client", needs: ["gearman", "gearmand"], inOrder: true, alone: GEARMAN },
];

/** The blocks of the document that a row runs. */
export const KEYS = [...WAYS.map(({ key }) => key), "gearman-worker"];

const SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const has = (name) => SYSTEM.split(":").some((folder) => existsSync(join(folder, name)));

async function run(folder, { name, key, needs, inOrder, alone, hosts }, count) {
  const missing = needs.filter((one) => !has(one));
  assert.deepEqual(missing, [], "src/tools.sh hosts installs them");
  const path = prepare(folder, key, count);
  const env = { PATH: `${join(path, "bin")}:${SYSTEM}:${join(process.execPath, "..")}`, HOME: join(path, "home"), LC_ALL: "C.UTF-8" };
  mkdirSync(join(path, "home/.parallel"), { recursive: true });
  writeFileSync(join(path, "home/.parallel/will-cite"), ""); // it asks at a terminal else
  const script = `set -euo pipefail\n${WAIT}${alone ? ALONE + alone : ""}date +%s.%N >started\n${command(key)}date +%s.%N >ended\n`;
  const [program, ...args] = [...(alone ? PRIVATE : []), "bash", "-c", script];
  const done = spawnSync(program, args, { cwd: path, env, encoding: "utf8", timeout: 120_000 + 10 * count });
  assert.equal(done.status, 0, done.stderr.slice(0, 2000));
  if (alone !== GEARMAN) assert.match(done.stderr, /: error JSON /); // its worker tells it elsewhere
  const order = await judge(path, count);
  if (inOrder) assert.ok(order, "in order");
  const lines = (file) => readFileSync(join(path, file), "utf8").trim().split("\n");
  if (hosts) assert.deepEqual([...new Set(lines("hosts"))].sort(), hosts);
  const seconds = Number(lines("ended")) - Number(lines("started"));
  const most = Math.max(...lines("peaks").map(Number));
  rmSync(path, { recursive: true });
  return { seconds, most };
}

const mayIsolate = () => spawnSync(PRIVATE[0], [...PRIVATE.slice(1), "true"]).status === 0;

/** The rows that can be tried here. A row that needs namespaces which this user may not make is missing, and said to be. */
export function many(count = 1500) {
  const may = mayIsolate();
  for (const { name } of may ? [] : WAYS.filter(({ alone }) => alone)) console.log(`not tried: ${name}: this user may not make namespaces (unshare)`);
  return WAYS.filter(({ alone }) => may || !alone).map((way) => ({
    name: way.name,
    async run(folder) {
      const { seconds, most } = await run(folder, way, count);
      return `${count} stories, ${Math.round(count / seconds)} a second, at most ${Math.round(most / 1024)} MB in a process; each as the module gives it${way.inOrder ? ", in order" : ""}${way.hosts ? `; ${way.hosts.join(" and ")} took part` : ""}`;
    },
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = install("many");
  const rows = many(Number(process.argv[2] ?? 100_000)).filter(({ name }) => name.includes(process.env.ONLY ?? ""));
  for (const row of rows) console.log(`${row.name.padEnd(30)} ${await row.run(folder)}`);
}

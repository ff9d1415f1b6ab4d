#!/usr/bin/env python3
"""Whole-process time of the command line against markdownlint-cli2 on the same files, start-up included.

    mvn package -DskipTests
    npm install --global markdownlint-cli2     # or anywhere, and put it on the PATH
    python3 src/benchmarks/command-line.py [--runs N] [FILE...]

Without files it takes 50 copies of the sample documents. Both run in turn, so that a busy machine slows both.
"""
import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAR = ROOT / "target" / "followthrough.jar"
SAMPLES = ROOT / "src" / "test" / "resources" / "samples"


def copies(folder, wanted, files):
    """The documents as .md, which the peer takes; when none are named, the samples over and over."""
    sources = files or sorted(p for p in SAMPLES.iterdir() if p.suffix in (".md", ".txt"))
    for i in range(len(sources) if files else wanted):
        shutil.copy(sources[i % len(sources)], folder / f"{i:03}.md")


def once(command, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed with {done.returncode}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args()
    if not JAR.exists():
        sys.exit("target/followthrough.jar is missing: mvn package -DskipTests")
    commands = {"followthrough": ["java", "-jar", str(JAR), "lint"]}
    peer = shutil.which("markdownlint-cli2")
    if peer:
        commands["markdownlint-cli2"] = [peer]
    else:
        print("markdownlint-cli2 is not on the PATH: only our own time is measured.")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copies(folder, 50, options.files)
        files = sorted(os.listdir(folder))
        times = {tool: [] for tool in commands}
        for run in range(options.runs + 1):
            for tool, command in commands.items():
                took = once(command + files, folder)
                if run:  # The first fills the caches of the file system.
                    times[tool].append(took)
    print(f"{len(files)} files, {options.runs} runs each, in turn; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for tool, took in times.items():
        walls = [wall for wall, _ in took]
        print(f"{tool:18} wall: median {statistics.median(walls):.2f} s, fastest {min(walls):.2f} s, "
              f"slowest {max(walls):.2f} s; processor: median {statistics.median(cpu for _, cpu in took):.2f} s")
    if peer:
        ratio = [statistics.median(w for w, _ in times[t]) for t in commands]
        print(f"ratio of the medians of wall time: {ratio[0] / ratio[1]:.2f}")


if __name__ == "__main__":
    main()

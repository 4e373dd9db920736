/*
 * Reads an EPUB from cover to end in epub.js, in headless Chromium, by day and by night, and tells what it saw as JSON.
 *
 *   node read_book.js BOOK.epub FOLDER     pictures of some screens are written to FOLDER
 *
 * The network is shut: anything that is not part of the page counts as a fault.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const puppeteer = require("puppeteer-core");

const THEMES = { day: { background: "#ffffff", color: "#111111" }, night: { background: "#101418", color: "#e6e1d6" } };
const MOST_SCREENS = 400;
const PICTURED = 14; // screens, from the first

async function main(book, folder) {
  const browser = await puppeteer.launch({
    executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const report = { faults: [], sections: {}, text: "", colours: [], screens: 0 };
  for (const [name, theme] of Object.entries(THEMES)) {
    await read(browser, book, folder, name, theme, report);
  }
  await browser.close();
  return report;
}

async function read(browser, book, folder, name, theme, report) {
  const page = await browser.newPage();
  await page.setViewport({ width: 420, height: 640 });
  page.on("pageerror", (error) => report.faults.push(`${name}: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && report.faults.push(`${name}: ${line.text()}`));
  page.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url())) report.faults.push(`${name}: asked for ${request.url()}`);
  });
  await page.setContent('<!doctype html><body style="margin:0"><div id="book" style="width:420px;height:640px"></div></body>');
  await page.addScriptTag({ content: fs.readFileSync(require.resolve("jszip/dist/jszip.min.js"), "utf8") });
  await page.addScriptTag({ content: fs.readFileSync(require.resolve("epubjs/dist/epub.min.js"), "utf8") });
  await page.evaluate(open, fs.readFileSync(book).toString("base64"), theme);
  for (let screen = 1; screen <= MOST_SCREENS; screen += 1) {
    if (screen <= PICTURED) await page.screenshot({ path: path.join(folder, `${name}-${String(screen).padStart(2, "0")}.png`) });
    const seen = await page.evaluate(look);
    if (name === "day") {
      report.screens = screen;
      report.sections[seen.href] = seen.words;
    }
    for (const colour of seen.colours) if (!report.colours.includes(`${name} ${colour}`)) report.colours.push(`${name} ${colour}`);
    if (seen.atEnd) break;
    await page.evaluate(turn);
  }
  await page.close();
}

/* Runs in the page: opens the book with a theme, as a reader's night mode does. */
async function open(data, theme) {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  window.book = ePub(bytes.buffer);
  window.rendition = window.book.renderTo("book", { width: 420, height: 640, flow: "paginated", spread: "none" });
  window.rendition.themes.default({ body: { background: theme.background, color: theme.color } });
  await window.rendition.display();
  await window.book.ready;
}

/* Runs in the page: where we are, the words of this section, and every colour that text has there. */
function look() {
  const location = window.rendition.currentLocation();
  const document = window.rendition.getContents()[0].document;
  const view = document.defaultView;
  const colours = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    const spoken = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    if (spoken && !element.closest("a")) colours.add(`${view.getComputedStyle(element).color} on ${view.getComputedStyle(element).backgroundColor}`);
  }
  const words = document.body.textContent.split(/\s+/).filter(Boolean).length;
  return { href: location.start.href, atEnd: Boolean(location.atEnd), words, colours: Array.from(colours) };
}

/* Runs in the page: the next screen. */
async function turn() {
  const turned = new Promise((resolve) => window.rendition.once("relocated", resolve));
  await window.rendition.next();
  await turned;
}

main(process.argv[2], process.argv[3]).then(
  (report) => console.log(JSON.stringify(report)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

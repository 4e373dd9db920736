"""Works as the Archive of Our Own hands them out, with words of our own: a chaptered download, a one-shot download, a saved page."""

from __future__ import annotations

TAGS = """<dl class="tags">
<dt>Rating:</dt>
<dd><a href="http://archiveofourown.org/tags/Teen">Teen And Up Audiences</a></dd>
<dt>Archive Warnings:</dt>
<dd><a href="http://archiveofourown.org/tags/V">Graphic Depictions Of Violence</a>, <a href="http://archiveofourown.org/tags/D">Major Character Death</a></dd>
<dt>Category:</dt>
<dd><a href="http://archiveofourown.org/tags/F*s*F">F/F</a></dd>
<dt>Fandoms:</dt>
<dd><a href="http://archiveofourown.org/tags/L">The Lantern Cycle - Ada Quill</a>, <a href="http://archiveofourown.org/tags/T">Tidewatch (TV 2019)</a></dd>
<dt>Relationship:</dt>
<dd><a href="http://archiveofourown.org/tags/R">Mara Voss/Ilse Brandt</a></dd>
<dt>Characters:</dt>
<dd><a href="http://archiveofourown.org/tags/M">Mara Voss</a>, <a href="http://archiveofourown.org/tags/I">Ilse Brandt | The Heron</a></dd>
<dt>Additional Tags:</dt>
<dd><a href="http://archiveofourown.org/tags/S">Slow Burn</a>, <a href="http://archiveofourown.org/tags/Q">Lighthouses; Also Rain</a></dd>
<dt>Language:</dt>
<dd>English</dd>
<dt>Series:</dt>
<dd>Part 2 of
<a href="http://archiveofourown.org/series/9">Harbour Lights</a>, Part 1 of
<a href="http://archiveofourown.org/series/8">Storm Season</a></dd>
<dt>Collections:</dt>
<dd><a href="http://archiveofourown.org/collections/c">Winter Exchange</a></dd>
<dt>Stats:</dt>
<dd>
        Published: 2019-12-01
          Completed: 2020-01-17
        Words: 12,345
        Chapters: 2/2
      </dd>
</dl>"""

MESSAGE = """<p class="message">
<b>What the Keeper Knew</b><br/>
Posted originally on the <a href="http://archiveofourown.org/">Archive of Our Own</a> at <a href="http://archiveofourown.org/works/4242">http://archiveofourown.org/works/4242</a>.
</p>"""

HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<title>What the Keeper Knew - quillfeather - The Lantern Cycle - Ada Quill</title><style type="text/css">p.message { text-align: center; }</style></head>
<body>"""

FRONT = """<h1>What the Keeper Knew</h1>
<div class="byline">by <a href="http://archiveofourown.org/users/quillfeather/pseuds/quillfeather" rel="author">quillfeather</a>, <a href="http://archiveofourown.org/users/gull/pseuds/gull" rel="author">gull</a></div>
<p>Summary</p>
<blockquote class="userstuff"><p>Mara keeps the light.</p><p>Ilse keeps the secret.</p></blockquote>
<p>Notes</p>
<blockquote class="userstuff"><p>Written for the winter exchange.</p></blockquote>
<div class="endnote-link">See the end of the work for more <a href="#endnotes">notes</a></div>"""

AFTERWORD = """<div id="afterword">
<h2 class="toc-heading">Afterword</h2>
<div class="meta"><div id="endnotes"><p>End Notes</p><blockquote class="userstuff"><p>Thank you for reading this far.</p></blockquote></div></div>
<p class="message">Please <a href="http://archiveofourown.org/works/4242/comments/new">drop by the Archive and comment</a> to let the creator know if you enjoyed their work!</p>
</div></body></html>"""

CHAPTERED = f"""{HEAD}
<div id="preface"><h2 class="toc-heading">Preface</h2>{MESSAGE}
<div class="meta">{TAGS}{FRONT}</div></div>
<div id="chapters" class="userstuff">
<div class="meta group"><h2 class="heading">Prologue</h2></div>
<div class="userstuff"><p>The lamp had been out for an hour.</p><p>Notes</p><hr/><p>She lit it again.</p></div>
<div class="meta group"><h2 class="heading">Chapter 1: The Heron</h2>
<p>Chapter Summary</p><blockquote class="userstuff"><p>A visitor comes.</p></blockquote>
<p>Chapter Notes</p><blockquote class="userstuff"><p>Mind the stairs.</p></blockquote>
<div class="endnote-link">See the end of the chapter for more <a href="#endnotes2">notes</a></div></div>
<div class="userstuff"><h3>A Letter</h3><p>“You are late,” said Mara.</p></div>
<div class="meta" id="endnotes2"><p>Chapter End Notes</p><blockquote class="userstuff"><p>More on Sunday.</p></blockquote></div>
</div>
{AFTERWORD}"""

ONE_SHOT = f"""{HEAD}
<div id="preface"><h2 class="toc-heading">Preface</h2>{MESSAGE}
<div class="meta">{TAGS}{FRONT}</div></div>
<div id="chapters" class="userstuff"><h2 class="toc-heading">What the Keeper Knew</h2>
<div class="userstuff"><p>The lamp had been out for an hour.</p></div></div>
{AFTERWORD}"""

SAVED_PAGE = """<!DOCTYPE html><html lang="en"><head><title>What the Keeper Knew - Chapter 1 - quillfeather</title></head><body class="logged-out">
<div id="header"><ul class="primary navigation actions"><li><a href="/media">Fandoms</a></li></ul></div>
<div id="main" class="chapters-show region"><div class="work">
<ul class="work navigation actions"><li class="chapter entire"><a href="/works/4242?view_full_work=true">Entire Work</a></li></ul>
<div class="wrapper"><dl class="work meta group">
<dt class="rating tags">Rating:</dt><dd class="rating tags"><ul class="commas"><li class="last"><a class="tag" href="/tags/Mature">Mature</a></li></ul></dd>
<dt class="fandom tags">Fandom:</dt><dd class="fandom tags"><ul class="commas"><li class="last"><a class="tag" href="/tags/L">The Lantern Cycle - Ada Quill</a></li></ul></dd>
<dt class="character tags">Characters:</dt><dd class="character tags"><ul class="commas"><li><a class="tag" href="/tags/M">Mara Voss</a></li><li class="last"><a class="tag" href="/tags/I">Ilse Brandt</a></li></ul></dd>
<dt class="language">Language:</dt><dd class="language" lang="en">English</dd>
<dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="published">Published:</dt><dd class="published">2019-12-01</dd><dt class="words">Words:</dt><dd class="words">1,234</dd><dt class="chapters">Chapters:</dt><dd class="chapters">1/?</dd><dt class="kudos">Kudos:</dt><dd class="kudos">77</dd></dl></dd>
</dl></div>
<div id="workskin"><div class="preface group"><h2 class="title heading">What the Keeper Knew</h2>
<h3 class="byline heading"><a rel="author" href="/users/quillfeather/pseuds/quillfeather">quillfeather</a></h3>
<div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff"><p>Mara keeps the light.</p></blockquote></div>
<div class="notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Hello, all.</p></blockquote></div></div>
<div id="chapters" role="article"><div class="chapter" id="chapter-1"><div class="chapter preface group" role="complementary"><h3 class="title"><a href="/works/4242/chapters/1">Chapter 1</a>: The Heron</h3></div>
<div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3><p>The lamp had been out for an hour.</p></div></div></div></div>
<div id="feedback" class="feedback"><h3 class="landmark heading">Actions</h3><ul class="actions"><li><a href="#main">↑ Top</a></li></ul><div id="kudos"><p class="kudos"><a href="/users/x">x</a> left kudos on this work!</p></div></div></div></div>
<div id="footer"><p>Footer</p></div></body></html>"""

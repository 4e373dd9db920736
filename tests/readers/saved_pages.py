"""Pages as browsers and FanFicFare save them, with words of our own."""

from __future__ import annotations

FANFICFARE_HTML = """<!DOCTYPE html>
<html><head><meta charset="UTF-8"><title>Salt by Ada Q</title><style type="text/css">body{}</style></head><body>
<h1><a href="https://www.fanfiction.net/s/1/1/">Salt</a> by <a class='authorlink' href='https://www.fanfiction.net/u/2/'>Ada Q</a></h1>

<table class="full">

<tr><td><b>Category:</b></td><td>Tidewatch</td></tr>

<tr><td><b>Genre:</b></td><td>Drama, Romance</td></tr>

<tr><td><b>Series:</b></td><td>Harbour Lights [2]</td></tr>
<tr><td><b>Language:</b></td><td>English</td></tr>
<tr><td><b>Characters:</b></td><td>Mara V., Ilse B.</td></tr>
<tr><td><b>Status:</b></td><td>Completed</td></tr>
<tr><td><b>Published:</b></td><td>2012-03-04</td></tr>
<tr><td><b>Updated:</b></td><td>2012-05-06</td></tr>
<tr><td><b>Packaged:</b></td><td>2020-01-01 10:00:00</td></tr>
<tr><td><b>Rating:</b></td><td>T</td></tr>
<tr><td><b>Chapters:</b></td><td>2</td></tr>
<tr><td><b>Words:</b></td><td>3,210</td></tr>
<tr><td><b>Publisher:</b></td><td>www.fanfiction.net</td></tr>
<tr><td><b>Story URL:</b></td><td><a href="https://www.fanfiction.net/s/1/1/">https://www.fanfiction.net/s/1/1/</a></td></tr>
<tr><td><b>Summary:</b></td><td>Salt and rain. Complete: yes.</td></tr>
</table>
<a name="TOCTOP"><h2>Table of Contents</h2></a>
<p>
<a href="#section0001">1. The Sea</a><br />
<a href="#section0002">2. The Shore</a><br />
</p>
<a name="section0001"><h2>1. The Sea</h2></a>
<p>It rained.</p><hr size="1" noshade>
<p>And rained.</p>
<a name="section0002"><h2>2. The Shore</h2></a>
<p>It stopped.</p>
</body></html>"""

FANFICTION_NET = """<html><head><title>Salt Chapter 1, a tidewatch fanfic | FanFiction</title></head><body><div id=top><a href="//www.fanfiction.net">FanFiction</a> | <span>unleash</span></div>
<div id=profile_top style='min-height:112px;'><span class='lc-left'><img class='cimage ' src='//ff77.b-cdn.net/image/1/75/' width=75></span><button>Follow/Fav</button><b class='xcontrast_txt'>Salt</b>
<span class='xcontrast_txt'><div style='height:5px'></div>By: <a class='xcontrast_txt' href='/u/2/Ada-Q'>Ada Q</a> <span class='icon-mail-1'></span></span>
<div style='margin-top:2px' class='xcontrast_txt'>Mara keeps the light and nobody else does.</div>
<span class='xgray xcontrast_txt'>Rated: <a class='xcontrast_txt' href='https://www.fictionratings.com/' target='rating'>Fiction  T</a> - English - Drama/Romance -  Mara V. - Chapters: 2   - Words: 3,210 - Reviews: <a href='/r/1/'>7</a> - Favs: 3 - Follows: 2 - Updated: <span>5/6/2012</span> - Published: <span>3/4/2012</span> - Status: Complete - id: 1 </span></div>
<select id=chap_select><option value=1 selected>1. The Sea<option value=2>2. The Shore</select>
<div role='main' aria-label='story content'><div class='storytext xcontrast_txt nocopy' id='storytext'><p>It rained.</p><p>And rained.</p></div></div><div id=review>Review</div></body></html>"""

DREAMWIDTH = """<html lang="en"><head><title>quill: Salt</title></head><body><div id="header"><h1>quill</h1></div><div class="entry" id="entry-1"><div class="header"><h3 class="entry-title"><a href="https://quill.dreamwidth.org/1.html">Salt</a></h3><span class="datetime">Oct. 24th, 2008</span></div>
<div class="contents"><span class="poster entry-poster"><a href="https://quill.dreamwidth.org/"><b>quill</b></a></span><div class="entry-content">Title: Salt<br />Fandom: Tidewatch<br />Rating: PG<br /><br />It rained.<br /><br />"Again," said Mara.<br />"Always," said Ilse.<br /><br />* * *<br /><br />It stopped.</div></div><div class="footer"><ul class="entry-interaction-links"><li>Reply</li></ul></div></div><div id="comments"><p>Lovely!</p></div></body></html>"""

FANFICFARE_TEXT = """


Salt

by Ada Q


Category: Tidewatch
Genre: Drama
Series: Harbour Lights [2]
Language: English
Status: Completed
Published: 2012-03-04
Updated: 2012-05-06
Packaged: 2020-01-01 10:00:00
Rating: T
Chapters: 2
Words: 3,210
Publisher: www.fanfiction.net
Story URL: https://www.fanfiction.net/s/1/1/
Summary: Salt and rain. Complete: yes.


TABLE OF CONTENTS

1. The Sea

2. The Shore


	1. The Sea

It rained.

And rained.

	2. The Shore

It stopped.

End file.
"""

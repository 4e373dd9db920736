import com.adobe.epubcheck.tool.EpubChecker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Runs EPUBCheck on one book after another in one JVM, since starting one costs more than judging a book.
 *
 * Each line of standard input is a book's path, a tab, and the path its JSON report is written to. The line "done" follows on
 * standard output.
 */
public class JudgeBooks {
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        // EPUBCheck talks to the console as well; the report says it all.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Locale.setDefault(Locale.ENGLISH);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] paths = line.split("\t");
            new EpubChecker().run(new String[] {paths[0], "--quiet", "--json", paths[1]});
            answers.println("done");
            answers.flush();
        }
    }
}

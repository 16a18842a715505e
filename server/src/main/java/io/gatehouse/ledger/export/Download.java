package io.gatehouse.ledger.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;

/** The answer that an export is written to. */
final class Download {

    private static final int BUFFER = 1 << 16;

    private final HttpServletResponse response;

    Download(HttpServletResponse response) {
        this.response = response;
    }

    /** Where to write to. */
    Output begin(ExportRequest.Format format) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.file() + "\"");
        OutputStream buffered = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        return format == ExportRequest.Format.CSV
                ? new Output(buffered, new ZipOutputStream(buffered, StandardCharsets.UTF_8))
                : new Output(buffered, null);
    }

    /** Takes back what did not leave yet, so that a problem can be answered instead; false when a part has left. */
    boolean takeBack() {
        if (response.isCommitted()) {
            return false;
        }
        response.reset();
        return true;
    }
}

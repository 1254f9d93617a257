package io.plumbline.ops.console;

import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.WithoutNames;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.Visitor;
import io.plumbline.ops.preview.PreviewHtml;
import io.plumbline.ops.preview.ReportPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/** The report of the last preview, as a file to keep: it carries its own style, which no page here may. */
@Controller
class PreviewFile {

    private final Errands errands;
    private final Audit audit;
    private final PreviewHtml html = new PreviewHtml();

    PreviewFile(Errands errands, Audit audit) {
        this.errands = errands;
        this.audit = audit;
    }

    @GetMapping("/previews/report.html")
    ResponseEntity<String> report(@ModelAttribute("visitor") Visitor visitor) {
        PortfolioPreview preview = errands.lastPreview()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No preview was made since Plumbline started."));
        audit.record(visitor, Audit.Deed.FETCHED_PREVIEW, preview.asOf().toString());
        ContentDisposition file = ContentDisposition.attachment()
                .filename("plumbline-preview-" + preview.asOf() + ".html")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(MediaType.TEXT_HTML)
                .body(html.report(ReportPage.of(visitor.seesNames() ? preview : WithoutNames.of(preview))));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Data.Faults;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Public.Errors;

/// <summary>The pages that stand in for what could not be shown; requests that failed are executed again here.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsController : Controller
{
    [Route("/errors/{code:int}")]
    public IActionResult Show()
    {
        // Not by binding: it gives up on the whole request when a posted form cannot be read, which is what this page has to tell.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure?.IsPassing() == true)
        {
            code = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "60";
        }

        // Somebody who types the address of an error page asks for a page that does not exist.
        var page = !WasSentHere ? ErrorPage.Of(StatusCodes.Status404NotFound)
            : failure is CommitInDoubtException ? ErrorPage.InDoubt
            : ErrorPage.Of(code, Wait);
        Response.StatusCode = page.Code;
        return IsOfOffice ? OfficePage(page, failure) : View(page with { Reference = RequestReference.Of(HttpContext) });
    }

    private TimeSpan? Wait =>
        int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private bool IsOfOffice => IsBelow("/admin") || IsBelow("/staff");

    private bool IsBelow(string start) => FirstPath.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);

    private PathString FirstPath =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;

    // In the layout of the office, whose parts are found by the area.
    private ViewResult OfficePage(ErrorPage page, Exception? failure)
    {
        RouteData.Values["area"] = "Staff";
        // The menu counts the open cases: where the database has failed, it is not asked once more.
        if (failure is not null) ViewData["OpenCases"] = 0;
        var words = failure is CommitInDoubtException ? OfficeErrors.InDoubt : OfficeErrors.Of(page.Code, Wait);
        return View("/Features/Staff/Shared/Errors/_Error.cshtml", words with { Reference = RequestReference.Of(HttpContext) });
    }

    private bool WasSentHere =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
}

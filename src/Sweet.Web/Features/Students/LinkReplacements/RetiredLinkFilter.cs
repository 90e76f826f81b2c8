using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.LinkReplacements;

/// <summary>Whoever comes with a token that was replaced is told so, whichever page it used to open, and is shown nothing else.</summary>
/// <remarks>One for all requests: most never need the database here.</remarks>
internal sealed class RetiredLinkFilter : IAsyncResultFilter
{
    private const string Retired = "/Features/Students/LinkReplacements/Retired.cshtml";
    private const string Erased = "/Features/Students/LinkReplacements/Erased.cshtml";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && context.RouteData.Values["token"] is string token
            && await ViewFor(token, context.HttpContext) is { } view)
            context.Result = new ViewResult { ViewName = view, StatusCode = StatusCodes.Status410Gone };

        await next();
    }

    private static async Task<string?> ViewFor(string token, HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<SweetDbContext>();
        var hash = RetiredLink.HashOf(token);
        var isErased = await db.RetiredLinks.Where(l => l.TokenHash == hash)
            .Select(l => (bool?)db.Enrollments.Any(e => e.Id == l.EnrollmentId && e.ErasedAtUtc != null))
            .FirstOrDefaultAsync(http.RequestAborted);
        return isErased is { } erased ? erased ? Erased : Retired : null;
    }
}

internal static class RetiredLinkQueries
{
    public static Task<bool> Has(this IQueryable<RetiredLink> links, string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        return links.AnyAsync(l => l.TokenHash == hash, ct);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.LinkReplacements;

/// <summary>Whoever comes with a token that was replaced is told so, whichever page it used to open, and is shown nothing else.</summary>
internal sealed class RetiredLinkFilter(SweetDbContext db) : IAsyncResultFilter
{
    private const string Retired = "/Features/Students/LinkReplacements/Retired.cshtml";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && context.RouteData.Values["token"] is string token
            && await db.RetiredLinks.Has(token, context.HttpContext.RequestAborted))
            context.Result = new ViewResult { ViewName = Retired, StatusCode = StatusCodes.Status410Gone };

        await next();
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

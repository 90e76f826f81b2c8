using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Cases;

/// <summary>In the menu of every page: how many cases wait for somebody.</summary>
public sealed class OpenCaseCountViewComponent(SweetDbContext db) : ViewComponent
{
    /// <summary>In the view data of a page that has counted them for itself.</summary>
    public const string Known = "OpenCases";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var open = ViewData[Known] as int? ?? await db.OpenCases.CountAsync(c => c.ResolvedAtUtc == null, HttpContext.RequestAborted);
        return open > 0 ? View("/Features/Staff/Cases/_Count.cshtml", open) : Content("");
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Pictures;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Pictures;

/// <summary>A file of a picture. Its name is that of its content, so nobody needs to ask for it twice.</summary>
[AllowAnonymous]
[KeptPage(PageTags.Pictures)]
public sealed class PicturesController(SweetDbContext db) : Controller
{
    [HttpGet("/pictures/{name}")]
    public async Task<IActionResult> Show(string name, CancellationToken ct)
    {
        var file = await db.Set<PictureFile>().Where(f => f.Name == name).Select(f => new { f.Kind, f.Bytes }).SingleOrDefaultAsync(ct);
        if (file is null) return NotFound();

        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(file.Bytes, file.Kind == PictureKind.Webp ? "image/webp" : "image/jpeg");
    }
}

using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Sweet.Web.Features.Shared;

public static class Answers
{
    /// <summary>303: what follows a form that has been taken in, so that a reload repeats nothing.</summary>
    public static IActionResult SeeOther(this ControllerBase controller, string url)
    {
        // A name from the address may hold what no header carries.
        controller.Response.Headers.Location = string.Concat(url.EnumerateRunes().Select(Encoded));
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A page that is no success: a form again with what is wrong in it, or what is gone.</summary>
    public static ViewResult Answer(this Controller controller, int status, string view, object? page = null)
    {
        var result = controller.View(view, page);
        result.StatusCode = status;
        return result;
    }

    private static string Encoded(Rune sign) =>
        sign.Value is > ' ' and < '\u007F' ? sign.ToString() : Uri.EscapeDataString(sign.ToString());
}

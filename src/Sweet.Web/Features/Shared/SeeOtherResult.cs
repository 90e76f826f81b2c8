using Microsoft.AspNetCore.Mvc;

namespace Sweet.Web.Features.Shared;

public static class SeeOtherExtensions
{
    /// <summary>303: what follows a form that has been taken in, so that a reload repeats nothing.</summary>
    public static IActionResult SeeOther(this ControllerBase controller, string url)
    {
        controller.Response.Headers.Location = url;
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }
}
